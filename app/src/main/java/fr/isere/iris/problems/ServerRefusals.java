package fr.isere.iris.problems;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/** Answers what Tomcat refuses before any filter sees it, a malformed address for one, in place of Tomcat's own page. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // inside Boot's own report, hence before it
class ServerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Logger log = LoggerFactory.getLogger(ServerRefusals.class);

    private final ProblemTranslation translation;
    private final ProblemWriter writer;

    ServerRefusals(ProblemTranslation translation, ProblemWriter writer) {
        this.translation = translation;
        this.writer = writer;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Report(translation, writer)));
    }

    private static final class Report extends ErrorReportValve {

        private final ProblemTranslation translation;
        private final ProblemWriter writer;

        Report(ProblemTranslation translation, ProblemWriter writer) {
            this.translation = translation;
            this.writer = writer;
        }

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                writer.write(request, response, translation.of(HttpStatusCode.valueOf(status)));
            } catch (IOException gone) {
                log.debug("Nobody reads the answer any more", gone);
            }
        }
    }
}
