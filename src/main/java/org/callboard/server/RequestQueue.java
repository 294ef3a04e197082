package org.callboard.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.callboard.http.ReadingMethods;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the requests take turns whose sender is not known by the connection. Whoever shows something that may be a session or
 * a token waits in another line than who shows nothing, and holds a turn only until it is judged; so a flood of either kind
 * stays among its like, and in each line the senders take turns.
 */
final class RequestQueue extends Handler.Wrapper {

    /** How many requests of a line are worked on at once. */
    static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private static final String HEALTH = "/health/live";

    /** What {@code tenants} gives to who has signed in, there or on that device before. */
    private static final Pattern COOKIE = Pattern.compile("(^|[; ])callboard(-device)?=");

    private static final Logger log = LoggerFactory.getLogger(RequestQueue.class);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ConnectionBurst burst;
    private final Counter refused;
    private final ConcurrencyLimit strangers = turns();
    private final ConcurrencyLimit claims = turns();
    private final ConcurrencyLimit health = turns();
    private final Semaphore healthOnSystemThreads = new Semaphore(AT_ONCE);
    private long told = System.nanoTime() - SECOND;
    private long untold;

    RequestQueue(Handler handler, ConnectionBurst burst, MeterRegistry metrics) {
        super(handler);
        this.burst = burst;
        this.refused = WorkQueue.refused("strangers", metrics);
    }

    private static ConcurrencyLimit turns() {
        return new ConcurrencyLimit(AT_ONCE, new FairQueue<>(Connections.MAX, Connections.MAX_OF_A_NETWORK));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (asksForHealth(request) && healthOnSystemThreads.tryAcquire()) {
            getServer().getThreadPool().execute(() -> answerHealth(request, response, callback));
        } else {
            VirtualThreads.execute(getServer().getThreadPool(), () -> work(request, response, callback));
        }
        return true;
    }

    /** Virtual threads are served in their order, after a burst's; the system's are served beside them. */
    private void answerHealth(Request request, Response response, Callback callback) {
        try {
            pass(request, response, callback);
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        } finally {
            healthOnSystemThreads.release();
        }
    }

    private static boolean asksForHealth(Request request) {
        return HEALTH.equals(Request.getPathInContext(request)) && ReadingMethods.contain(request.getMethod());
    }

    /**
     * A request goes to a thread of its own once its head is read. So the few threads that read heads wait for nothing, and
     * of a thousand connections that open in one moment each is heard as soon as its turn comes.
     */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    private void work(Request request, Response response, Callback callback) {
        try {
            if (Connections.isAdmitted(request)) {
                pass(request, response, callback);
                return;
            }
            ConcurrencyLimit line = lineOf(request);
            if (line == strangers) {
                burst.waitForItsEnd();
            }
            try (ConcurrencyLimit.Turn turn = line.take(request, sender(request))) {
                if (request.getConnectionMetaData()
                        .getConnection()
                        .getEndPoint()
                        .isOpen()) {
                    pass(request, turn.endingWith(request, response), callback);
                } else {
                    callback.failed(new EofException("gone before its turn"));
                }
            }
        } catch (ConcurrencyLimit.NoneLeft e) {
            refused.increment();
            tell();
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        }
    }

    /** All lines in which requests wait, but that of the health. */
    List<ConcurrencyLimit> lines() {
        return List.of(strangers, claims);
    }

    private ConcurrencyLimit lineOf(Request request) {
        if (asksForHealth(request)) {
            return health;
        }
        boolean claims = request.getHeaders().contains(HttpHeader.AUTHORIZATION)
                || request.getHeaders().getValuesList(HttpHeader.COOKIE).stream()
                        .anyMatch(cookies -> COOKIE.matcher(cookies).find());
        return claims ? this.claims : strangers;
    }

    /** Behind a trusted proxy the one that it names. */
    private static String sender(Request request) {
        String address = Request.getRemoteAddr(request);
        return address == null ? "" : ClientAddress.network(address);
    }

    private void pass(Request request, Response response, Callback callback) throws Exception {
        if (!super.handle(request, response, callback)) {
            Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
        }
    }

    private synchronized void tell() {
        untold++;
        long now = System.nanoTime();
        if (now - told >= SECOND) {
            log.warn("refused {} requests: too many of strangers at once", untold);
            told = now;
            untold = 0;
        }
    }
}
