package fr.isere.iris.bench;

import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.security.Security;

/**
 * What encryption adds to p95 of the calls of a conversation: two people write in turn to one IRIS, ten messages each; of one all is
 * sealed by AES-GCM, of the other by a cipher that copies. What disturbs the machine disturbs both.
 */
final class EncryptionBench {

    private static final int WARM_UP = 60;
    private static final int MEASURED = 300;

    private EncryptionBench() {}

    public static void main(String[] arguments) {
        Security.insertProviderAt(new SwitchedCipher(), 1);
        ScriptedModel model = new ScriptedModel();
        try (RedisForTests redis = RedisForTests.start();
                IrisForTests iris = IrisForTests.start(model, redis, "iris.purge.every=1s")) {
            // So often that no purge proof is read, which may have been sealed the other way.
            Person sealed = new Person(iris, model, "agent");
            SwitchedCipher.turn(false);
            Person copied = new Person(iris, model, "elue");
            inTurn(sealed, copied, WARM_UP);
            sealed.forget();
            copied.forget();
            inTurn(sealed, copied, MEASURED);
            tell("sending a message, until its answer is announced", sealed.sends(), copied.sends());
            tell("reading the conversation", sealed.reads(), copied.reads());
        }
        System.exit(0);
    }

    private static void inTurn(Person sealed, Person copied, int conversations) {
        for (int i = 0; i < conversations; i++) {
            SwitchedCipher.turn(true);
            sealed.writesAConversation();
            SwitchedCipher.turn(false);
            copied.writesAConversation();
        }
    }

    private static void tell(String what, Figures sealed, Figures copied) {
        System.out.printf(
                "%s, p95: %.2f ms with encryption, %.2f ms without: x %.3f (p50 %.2f and %.2f: x %.3f)%n",
                what,
                sealed.percentile(0.95),
                copied.percentile(0.95),
                sealed.percentile(0.95) / copied.percentile(0.95),
                sealed.percentile(0.5),
                copied.percentile(0.5),
                sealed.percentile(0.5) / copied.percentile(0.5));
    }
}
