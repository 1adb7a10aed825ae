package fr.isere.iris.bench;

import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.security.Security;
import java.util.List;

/** p95 of the calls of a conversation, once: {@link EncryptionBench} runs it with and without the cipher. */
final class MessageBench {

    static final String FIGURE = "FIGURE ";

    private static final int WARM_UP = 200;
    private static final int MEASURED = 400;

    private MessageBench() {}

    /** Argument {@code copy}: a cipher that copies stands in place of AES. */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("copy")) {
            Security.insertProviderAt(new NoCipher(), 1);
        }
        ScriptedModel model = new ScriptedModel();
        try (RedisForTests redis = RedisForTests.start();
                IrisForTests iris = IrisForTests.start(model, redis)) {
            Person person = new Person(iris, model);
            person.write(WARM_UP);
            Person.Latencies latencies = person.write(MEASURED);
            System.out.println(FIGURE
                    + latencies.send().percentile(0.95)
                    + ' '
                    + latencies.read().percentile(0.95));
        }
        System.exit(0);
    }
}
