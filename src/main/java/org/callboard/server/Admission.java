package org.callboard.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.http.BodyType;
import org.callboard.http.RequestPath;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.pattern.PathPattern;

/** How much of a body is taken of whom: next to nothing of a stranger, and of everybody else what their work needs. */
public final class Admission {

    /** A body of JSON, in bytes: no request of the contract comes near it. */
    public static final int JSON = 2 << 20;

    private static final long FORM = 512 << 10;
    private static final long FORM_OF_STRANGERS = 8 << 10;

    /** What stands around a file in a form. */
    private static final long AROUND = 64 << 10;

    private static final long PICTURE = (10 << 20) + AROUND;
    private static final long LIST = (50 << 20) + AROUND;
    private static final long FORM_WITH_PICTURES = 85 << 20;
    private static final long UNFINISHED_ON_ONE_PAGE = 1L << 30;

    private static final String PAGE_IS_BUSY =
            "Too many pictures are on their way to this page at the moment, so nothing was"
                    + " taken. Yours are fine: try again in a minute, or send the form without them.";

    /** Where somebody may send a form who has not signed in. */
    private static final List<PathPattern> OPEN = RequestPath.patterns(
            "/sign-in/**", "/setup", "/connect/token", "/book/**", "/lead-form/**", "/telephone/**");

    private static final List<PathPattern> LISTS =
            RequestPath.patterns("/callboard/v1/tenant/{tenant}/imports", "/settings/imports");

    /** What bodies may hold of the memory together. Those that go to the disk as they come don't count. */
    private static final Allowance MEMORY = new Allowance(
            Runtime.getRuntime().maxMemory() / 8, "Too much is being sent at once. Try again in a moment.");

    private static final Map<Object, Allowance> PAGES = new ConcurrentHashMap<>();

    private Admission() {}

    /** Lets a visitor of a public page send a picture, after it was counted. Throws a 413 for more than 10 MB. */
    public static void picture(HttpServletRequest request, Object page) {
        publicForm(request, page, PICTURE);
    }

    /** Lets a visitor of a public page send the form, after it was counted. Throws a 413 for more than 85 MB. */
    public static void form(HttpServletRequest request, Object page) {
        publicForm(request, page, BodyType.isFile(request) ? FORM_WITH_PICTURES : FORM);
    }

    private static void publicForm(HttpServletRequest request, Object page, long most) {
        Body.of(request).ifPresent(body -> body.letIn(most, BodyType.isFile(request) ? ofPage(page) : MEMORY));
    }

    static Allowance ofPage(Object page) {
        return PAGES.computeIfAbsent(page, any -> new Allowance(UNFINISHED_ON_ONE_PAGE, PAGE_IS_BUSY));
    }

    /** Keeps the connection open that a known sender uses, when others have to go, and lets it do its work at once. */
    public static void connection(HttpServletRequest request) {
        Connections.admit(request);
        ConcurrencyLimit.endOfCurrent();
    }

    /** Lets others do their work while the request of this thread waits, for whatever it may be. */
    public static void waits() {
        ConcurrencyLimit.endOfCurrent();
    }

    /**
     * Lets a body in that somebody begins to read, as far as its sender is known by now. False where it may not be read.
     * Throws a 413 where more is announced.
     */
    static boolean letIn(HttpServletRequest request, Body body) {
        if (body.isLetIn()) {
            return true;
        }
        boolean known = isKnown();
        if (BodyType.isFile(request)) {
            if (known) {
                files(request, body);
            }
            return known;
        }
        boolean form = BodyType.isForm(request);
        if (known) {
            body.letIn(form ? FORM : JSON, MEMORY);
            return true;
        } else if (form && RequestPath.matches(request, OPEN)) {
            body.letStrangerIn(FORM_OF_STRANGERS, MEMORY);
            return true;
        }
        return false;
    }

    private static void files(HttpServletRequest request, Body body) {
        if (RequestPath.matches(request, LISTS)) {
            body.letIn(LIST);
        } else {
            body.letIn(PICTURE);
        }
    }

    private static boolean isKnown() {
        Authentication sender = SecurityContextHolder.getContext().getAuthentication();
        return sender != null && sender.isAuthenticated() && !(sender instanceof AnonymousAuthenticationToken);
    }
}
