package org.callboard.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.callboard.http.BodyType;
import org.callboard.http.QuerySyntax;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is let in when it is first read, by who sent it as far as that is known then. The form of somebody
 * who may not send one is as good as none, so that a filter which looks for a parameter reads nothing. Throws the
 * {@link Refusal} that says why a body is not taken, or a form can't be read.
 */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final Body body;
    private @Nullable Map<String, String[]> parameters;

    LimitedRequest(HttpServletRequest request, Body body) {
        super(request);
        this.body = body;
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) getRequest();
    }

    private boolean letIn() {
        return Admission.letIn(this, body);
    }

    private void requireLetIn() {
        if (!letIn()) {
            throw RefusalCode.UNAUTHENTICATED.refuse("Sign in first.");
        }
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> known = parameters;
        if (known != null) {
            return known;
        }
        if (!hasForm()) {
            return super.getParameterMap();
        }
        if (getDispatcherType() == DispatcherType.ERROR || !letIn()) {
            // and asked again next time: by then somebody may have let it in
            return QuerySyntax.parameters(getQueryString());
        }
        Map<String, String[]> read = Objects.requireNonNull(reading(super::getParameterMap));
        checkForm(read);
        parameters = read;
        return read;
    }

    private boolean hasForm() {
        return BodyType.isForm(this) || BodyType.isMultipart(this);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        requireLetIn();
        return new Limited(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String charset = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(
                getInputStream(), charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset)));
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        requireLetIn();
        return request().getParts();
    }

    @Override
    public @Nullable Part getPart(String name) throws IOException, ServletException {
        requireLetIn();
        return request().getPart(name);
    }

    private <T> @Nullable T reading(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw body.refusal()
                    .orElseGet(() -> new Invalid("form", "The form is not escaped as UTF-8, or is not whole."));
        }
    }

    private void checkForm(Map<String, String[]> form) {
        if (!BodyType.isForm(this)) {
            return; // whoever takes files checks what came with them
        }
        FieldErrors errors = new FieldErrors();
        form.forEach((name, values) -> {
            if (name.isEmpty()) { // two & in a row are nothing
                boolean nothing = Arrays.stream(values).allMatch(String::isEmpty);
                errors.addIf(!nothing, "form", "A field of the form has no name.");
            } else if (QuerySyntax.hasControls(name)) {
                errors.add("form", "The name of a field has a control character.");
            }
            for (String value : values) {
                errors.addIf(value.indexOf(0) >= 0, name, QuerySyntax.withNul(name));
            }
        });
        errors.throwIfAny();
    }

    /** Reads the body, and throws what is wrong with it as a refusal. */
    private final class Limited extends ServletInputStream {

        private final ServletInputStream in;

        Limited(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int n = read(one, 0, 1);
            return n < 0 ? n : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return in.read(target, offset, length);
            } catch (IOException e) {
                if (body.refusal().isPresent()) {
                    throw body.refusal().get();
                }
                throw e;
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
