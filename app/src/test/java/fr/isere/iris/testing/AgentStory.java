package fr.isere.iris.testing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** IRIS, and an agent who is signed in and accepted the charter, for all tests of a class; the model says exactly what a test has it say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AgentStory {

    protected final ScriptedModel model = new ScriptedModel();
    protected IrisForTests iris;
    protected ApiClient agent;

    @BeforeAll
    void signIn() {
        iris = IrisForTests.start(model);
        agent = iris.signIn("agent").acceptsTheCharter();
    }

    @AfterAll
    void stopIris() {
        iris.close();
    }

    /** The id of a new conversation of the agent's. */
    protected String opensConversation() {
        return agent.send("POST", "/api/conversations", null).json().get("id").asString();
    }
}
