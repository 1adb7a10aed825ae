package fr.isere.iris.problems;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The French texts of {@code problems.properties}: {@code <name>.title}, {@code <name>.detail}, {@code <name>.retryable}. */
final class ProblemTexts {

    private final ResourceBundle bundle = ResourceBundle.getBundle("problems", Locale.ROOT);

    boolean knows(String name) {
        return bundle.containsKey(name + ".title");
    }

    String title(String name, List<Object> arguments) {
        return format(name + ".title", arguments);
    }

    String detail(String name, List<Object> arguments) {
        return format(name + ".detail", arguments);
    }

    /** Whether the same request may succeed later; null where the question makes no sense. */
    @Nullable
    Boolean retryable(String name) {
        String key = name + ".retryable";
        return bundle.containsKey(key) ? Boolean.valueOf(bundle.getString(key)) : null;
    }

    private String format(String key, List<Object> arguments) {
        return new MessageFormat(bundle.getString(key), Locale.FRANCE).format(arguments.toArray());
    }
}
