package org.jieti.server.tokens.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jieti.server.shared.Secrets;
import org.jieti.server.shared.api.ApiRefusal;
import org.jieti.server.shared.api.ProblemCode;
import org.jieti.server.shared.api.Problems;
import org.jieti.server.tokens.domain.AnsweredOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Carries out a POST with an `Idempotency-Key` once. The change and its answer are one
/// transaction; what is refused changes nothing and keeps no answer, so that it can be sent again.
/// It also bounds what a request may bring.
final class OnceFilter extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_BODY = 20 * 1024 * 1024;
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final List<String> KEPT =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.LOCATION);

    private final AnsweredOnce answered;
    private final TransactionTemplate transaction;
    private final Problems problems;

    OnceFilter(AnsweredOnce answered, TransactionTemplate transaction, Problems problems) {
        this.answered = answered;
        this.transaction = transaction;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!WITH_BODY.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            problems.write(request, response, ApiRefusal.of(ProblemCode.TOO_LARGE));
            return;
        }
        Held held = new Held(request, body);
        String key = request.getHeader(KEY);
        if (key == null || !request.getMethod().equals("POST")) {
            chain.doFilter(held, response);
        } else if (!key.matches("[\\x21-\\x7e]{1,%d}".formatted(LONGEST_KEY))) {
            problems.write(
                    request,
                    response,
                    ApiRefusal.invalid(ApiRefusal.Wrong.parameter(KEY, "api.wrong.key")));
        } else {
            once(held, response, chain, key);
        }
    }

    private void once(Held request, HttpServletResponse response, FilterChain chain, String key)
            throws IOException {
        UUID person = TokenFilter.token(request).person();
        ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
        AnsweredOnce.Known known =
                transaction.execute(
                        status -> {
                            AnsweredOnce.Known found =
                                    answered.take(person, key, fingerprint(request));
                            if (found instanceof AnsweredOnce.Known.New) {
                                carryOut(request, cached, chain, status, person, key);
                            } else {
                                status.setRollbackOnly();
                            }
                            return found;
                        });
        switch (known) {
            case AnsweredOnce.Known.New _ -> cached.copyBodyToResponse();
            case AnsweredOnce.Known.Before(AnsweredOnce.Answer answer) -> {
                response.setStatus(answer.status());
                answer.headers().forEach(response::setHeader);
                response.setHeader(REPLAYED, "true");
                response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
            }
            case AnsweredOnce.Known.Otherwise _ ->
                    problems.write(request, response, ApiRefusal.of(ProblemCode.KEY_REUSED));
            case AnsweredOnce.Known.Busy _ ->
                    problems.write(
                            request,
                            response,
                            ApiRefusal.of(ProblemCode.IN_PROGRESS)
                                    .with(HttpHeaders.RETRY_AFTER, "10"));
            case null -> throw new IllegalStateException("A transaction without an outcome");
        }
    }

    private void carryOut(
            Held request,
            ContentCachingResponseWrapper response,
            FilterChain chain,
            TransactionStatus status,
            UUID person,
            String key) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        if (HttpStatus.valueOf(response.getStatus()).is2xxSuccessful()) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (String name : KEPT) {
                String value = response.getHeader(name);
                if (value != null) {
                    headers.put(name, value);
                }
            }
            answered.keep(
                    person,
                    key,
                    new AnsweredOnce.Answer(
                            response.getStatus(),
                            headers,
                            new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)));
        } else {
            status.setRollbackOnly();
        }
    }

    private static String fingerprint(Held request) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String part :
                new String[] {
                    request.getMethod(),
                    request.getRequestURI(),
                    String.valueOf(request.getQueryString()),
                    String.valueOf(request.getContentType())
                }) {
            all.writeBytes((part + "\n").getBytes(StandardCharsets.UTF_8));
        }
        all.writeBytes(request.body);
        return Secrets.hash(all.toByteArray());
    }

    /// A request whose body has been read.
    private static final class Held extends HttpServletRequestWrapper {
        private final byte[] body;

        Held(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new HeldStream(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(
                    new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class HeldStream extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        HeldStream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(@Nullable ReadListener listener) {
            throw new UnsupportedOperationException("Requests are answered at once.");
        }
    }
}
