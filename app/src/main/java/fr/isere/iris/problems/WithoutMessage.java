package fr.isere.iris.problems;

import org.jspecify.annotations.Nullable;

/** A copy of a failure that can be logged: its types and stack, without the messages, which may quote what somebody wrote. */
final class WithoutMessage extends Exception {

    private static final int DEEPEST_CAUSE = 8;

    WithoutMessage(Throwable failure) {
        this(failure, DEEPEST_CAUSE);
    }

    private WithoutMessage(Throwable failure, int depth) {
        super(failure.getClass().getName(), copyOf(failure.getCause(), depth), false, true);
        setStackTrace(failure.getStackTrace());
    }

    private static @Nullable Throwable copyOf(@Nullable Throwable cause, int depth) {
        return cause == null || depth == 0 ? null : new WithoutMessage(cause, depth - 1);
    }
}
