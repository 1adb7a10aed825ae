package fr.isere.iris.charter;

import java.util.List;

/**
 * Questions that explain the charter, as {@code self-check.yaml} has them. Nobody is marked: what somebody answers never leaves the page.
 *
 * @param introduction before the questions
 * @param questions in their order
 */
record SelfCheck(String introduction, List<Question> questions) {

    /**
     * One question.
     *
     * @param rule number of the charter's rule that it is about
     * @param explanation what to remember, whatever was answered
     */
    record Question(int rule, String text, List<Answer> answers, String explanation) {}

    /** One of the answers, and whether the charter agrees. */
    record Answer(String text, boolean agrees) {}
}
