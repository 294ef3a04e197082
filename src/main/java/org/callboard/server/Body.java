package org.callboard.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.TooSlow;
import org.callboard.refusals.RefusalCode;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Request;

/**
 * The body of a request on its way in, the same for whoever reads it: a handler, or the server that looks for parameters
 * and parts. Not a byte is handed on before somebody {@link #letIn lets it in}, never more than was said then, and none
 * that comes at less than 1 KB/s.
 */
final class Body extends Request.Wrapper {

    private static final long NOT_LET_IN = -1;
    private static final long LEAST_BYTES_A_SECOND = 1024;

    /** A line may stop for a moment, and a sender may think. */
    private static final long GRACE_SECONDS = 10;

    private static final String ATTRIBUTE = Body.class.getName();

    private long most = NOT_LET_IN;
    private List<Allowance> drawsFrom = List.of();
    private volatile boolean ofStranger;
    private long arrived;
    private long drawn;
    private long firstRead;
    private volatile boolean over;
    private volatile boolean brokenOff;
    private volatile Optional<Refusal> refusal = Optional.empty();

    Body(Request request) {
        super(request);
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Nothing where the request has no body. */
    static Optional<Body> of(HttpServletRequest request) {
        return Optional.ofNullable((Body) request.getAttribute(ATTRIBUTE));
    }

    /** The same for who is not known: of what is more than that, less is read on. */
    void letStrangerIn(long bytes, Allowance... allowances) {
        ofStranger = true;
        letIn(bytes, allowances);
    }

    /**
     * Lets so many bytes in, which draw from the allowances until the request is answered. Throws a 413 where more are
     * announced. Of two that let a body in the first one counts, but for what they allow: then the greater.
     */
    void letIn(long bytes, Allowance... allowances) {
        if (most == NOT_LET_IN) {
            drawsFrom = List.of(allowances);
        }
        most = Math.max(most, bytes);
        if (getLength() > most) {
            refusal = Optional.of(tooLong());
            throw refusal.get();
        }
    }

    boolean isLetIn() {
        return most != NOT_LET_IN;
    }

    /** Whether nobody let it in who knows the sender, or has counted it. */
    boolean isOfStranger() {
        return ofStranger || !isLetIn();
    }

    /**
     * Whether what is left of it is read behind the answer, to be thrown away. Not of a slow sender, nor of one whose line
     * has ended, nor of one who waits to be asked: nothing of it may be on its way, and asking for it then would be a second
     * answer.
     */
    boolean isReadToItsEnd() {
        boolean slow = refusal.isPresent() && refusal.get() instanceof TooSlow;
        return !slow && !brokenOff && !getHeaders().contains(HttpHeader.EXPECT);
    }

    /** The server asks before the answer, and gives the rest up if it is not there yet: then nobody could read it later. */
    @Override
    public boolean consumeAvailable() {
        return isReadToItsEnd() || super.consumeAvailable();
    }

    /** Why reading failed, but for what is not framed as HTTP says. */
    Optional<Refusal> refusal() {
        return refusal;
    }

    @Override
    public Content.Chunk read() {
        if (refusal.isPresent()) {
            return failed(refusal.get());
        } else if (!isLetIn()) {
            return failed(RefusalCode.UNAUTHENTICATED.refuse("Sign in first."));
        }
        if (firstRead == 0) {
            firstRead = System.nanoTime();
        }
        Content.Chunk chunk = super.read();
        if (chunk == null || isMalformed(chunk)) {
            return chunk;
        } else if (Content.Chunk.isFailure(chunk)) {
            return failed(brokenOff());
        }
        Optional<Refusal> problem = count(chunk.remaining());
        if (problem.isPresent()) {
            chunk.release();
            return failed(problem.get());
        }
        return chunk;
    }

    @Override
    public void demand(Runnable demandCallback) {
        ConcurrencyLimit.endOf(this);
        super.demand(demandCallback);
    }

    private Optional<Refusal> count(int bytes) {
        arrived += bytes;
        if (arrived > most) {
            return Optional.of(tooLong());
        }
        long seconds = (System.nanoTime() - firstRead) / 1_000_000_000;
        if (bytes > 0 && arrived < (seconds - GRACE_SECONDS) * LEAST_BYTES_A_SECOND) {
            return Optional.of(RefusalCode.TOO_SLOW.refuse("The body came too slowly."));
        }
        return draw(bytes);
    }

    private synchronized Optional<Refusal> draw(int bytes) {
        for (int i = 0; i < drawsFrom.size(); i++) {
            if (over || !drawsFrom.get(i).take(bytes)) {
                drawsFrom.subList(0, i).forEach(allowance -> allowance.giveBack(bytes));
                return Optional.of(drawsFrom.get(i).usedUp());
            }
        }
        drawn += bytes;
        return Optional.empty();
    }

    /** The request is answered: what it had drawn is free again. */
    synchronized void answered() {
        over = true;
        drawsFrom.forEach(allowance -> allowance.giveBack(drawn));
        drawn = 0;
    }

    /** What came is not framed as HTTP says, which trying again would not mend. */
    private static boolean isMalformed(Content.Chunk chunk) {
        return chunk.getFailure() instanceof HttpException && !(chunk.getFailure() instanceof EOFException);
    }

    /** It stopped coming, or the line ended: the request may be right, so its sender is to try again. */
    private Refusal brokenOff() {
        brokenOff = true;
        boolean stopping =
                getConnectionMetaData().getConnector() instanceof AbstractConnector connector && connector.isShutdown();
        return stopping
                ? RefusalCode.STOPPING.refuse(
                        "Callboard stops, and the body had not arrived. Nothing was saved; send the request again.")
                : RefusalCode.TOO_SLOW.refuse(
                        "The body stopped before its end. Nothing was saved; send the request again.");
    }

    private Content.Chunk failed(Refusal problem) {
        refusal = Optional.of(problem);
        return Content.Chunk.from(new Refused(problem), true);
    }

    private Refusal tooLong() {
        return RefusalCode.TOO_LARGE.refuse("The body is longer than "
                + (most < 1 << 20 ? (most >> 10) + " KB" : (most >> 20) + " MB") + ", the most that is taken here.");
    }

    private static final class Refused extends IOException {
        Refused(Refusal problem) {
            super("the body is refused: " + problem.title());
        }
    }
}
