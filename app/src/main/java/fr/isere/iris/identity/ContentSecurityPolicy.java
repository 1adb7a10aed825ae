package fr.isere.iris.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;

/** Says what the page may load: its own files, and the one inline script that cannot be a file, its import map, by its digest. */
final class ContentSecurityPolicy {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script\\s+type=\"importmap\"\\s*>(.*?)</script>", Pattern.DOTALL);

    private ContentSecurityPolicy() {}

    /**
     * @param page whose import map may run
     * @param formTarget origin of the provider: signing out is a form that ends there
     */
    static String of(Resource page, String formTarget) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'" + importMapOf(page),
                "style-src 'self'",
                "img-src 'self'",
                "font-src 'self'",
                "connect-src 'self'",
                "manifest-src 'self'",
                "form-action 'self' " + formTarget,
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html dompurify iris");
    }

    private static String importMapOf(Resource page) {
        if (!page.exists()) {
            return "";
        }
        Matcher map = IMPORT_MAP.matcher(textOf(page));
        return map.find() ? " 'sha256-" + digest(map.group(1)) + "'" : "";
    }

    private static String textOf(Resource page) {
        try {
            return page.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String script) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha256.digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
