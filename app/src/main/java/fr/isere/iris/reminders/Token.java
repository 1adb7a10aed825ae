package fr.isere.iris.reminders;

/**
 * A word of a request.
 *
 * @param form in lower case, without accents and elided article: {@code evaluez}, {@code agent} of "l'agent"
 * @param stem what its forms have in common: {@code evalu}
 * @param plural the stem if it is a verb in the third person of the plural, whose end Lucene's stemmer leaves; else {@code stem}
 */
record Token(String form, String stem, String plural) {

    boolean isNumber() {
        return form.chars().allMatch(sign -> Character.isDigit(sign) || sign == ',' || sign == '.');
    }
}
