package fr.isere.iris.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions that any instance can pick up. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    @Bean
    CookieSerializer sessionCookie() {
        return new SessionCookie();
    }

    /** Over TLS the cookie is bound to this very host by its name; browsers refuse that name over plain HTTP, as on a developer's loopback. */
    private static final class SessionCookie implements CookieSerializer {

        private final CookieSerializer secure = named("__Host-iris", true);
        private final CookieSerializer plain = named("iris", false);

        @Override
        public void writeCookieValue(CookieValue cookieValue) {
            of(cookieValue.getRequest()).writeCookieValue(cookieValue);
        }

        @Override
        public List<String> readCookieValues(HttpServletRequest request) {
            return of(request).readCookieValues(request);
        }

        private CookieSerializer of(HttpServletRequest request) {
            return request.isSecure() ? secure : plain;
        }

        private static CookieSerializer named(String name, boolean secure) {
            DefaultCookieSerializer cookie = new DefaultCookieSerializer();
            cookie.setCookieName(name);
            cookie.setUseSecureCookie(secure);
            cookie.setUseHttpOnlyCookie(true);
            cookie.setSameSite("Lax");
            cookie.setCookiePath("/");
            return cookie;
        }
    }
}
