package fr.isere.iris.verification;

/** Which letters a text is written in. */
final class Scripts {

    private Scripts() {}

    /** Whether most of its letters are none that IRIS reads, so that its numbers and names would be missed. */
    static boolean isForeign(String text) {
        int latin = 0;
        int foreign = 0;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            if (Character.isLetter(letter) || (Character.isDigit(letter) && letter > '9')) {
                boolean known = Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
                latin += known ? 1 : 0;
                foreign += known ? 0 : 1;
            }
        }
        return foreign > latin;
    }
}
