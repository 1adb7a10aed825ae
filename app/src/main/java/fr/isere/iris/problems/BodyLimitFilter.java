package fr.isere.iris.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body over the limit: at once when its length is announced, else where it is crossed while reading. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {

    private final BodyLimit everywhere;
    private final ObjectProvider<BodyLimit> elsewhere;

    BodyLimitFilter(BodyLimitSettings settings, ObjectProvider<BodyLimit> elsewhere) {
        this.everywhere = new BodyLimit(
                "",
                settings.maxBody().toBytes(),
                () -> new ProblemException("request-too-large", HttpStatus.CONTENT_TOO_LARGE));
        this.elsewhere = elsewhere;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BodyLimit limit = limitOf(request);
        if (request.getContentLengthLong() > limit.bytes()) {
            throw limit.refusal().get();
        }
        boolean unannounced = request.getHeader("Transfer-Encoding") != null;
        chain.doFilter(unannounced ? new Limited(request, limit.bytes()) : request, response);
    }

    private BodyLimit limitOf(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                ? elsewhere.stream()
                        .filter(limit -> (request.getContextPath() + limit.path()).equals(request.getRequestURI()))
                        .findFirst()
                        .orElse(everywhere)
                : everywhere;
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedInput(super.getInputStream(), limit);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class CountedInput extends ServletInputStream {

        private final ServletInputStream input;
        private long left;

        CountedInput(ServletInputStream input, long limit) {
            this.input = input;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int next = input.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = input.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws BodyTooLargeException {
            left -= read;
            if (left < 0) {
                throw new BodyTooLargeException();
            }
        }

        @Override
        public boolean isFinished() {
            return input.isFinished();
        }

        @Override
        public boolean isReady() {
            return input.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            input.setReadListener(listener);
        }
    }
}
