package org.callboard.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.database.Caller;
import org.callboard.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An answer in memory, so that what it was made of can go before a slow client has taken it. What is more than a little
 * draws from what answers may hold together, of which one company has half at the most; where that is used up, the rest is
 * thrown away and the answer {@link #refused}. What belongs to no company, as files and documents do, is in memory once for
 * all who ask, and goes to the client at once.
 */
final class ResponseBuffer extends HttpServletResponseWrapper {

    private static final int BLOCK = 32 << 10;

    private static final long MEMORY = Runtime.getRuntime().maxMemory() / 8;
    private static final String USED_UP =
            "Too many long answers are on their way. Try again when some are read, or ask for smaller pages.";

    private static final Allowance ALL = new Allowance(MEMORY, USED_UP);
    private static final Map<Long, Allowance> COMPANIES = new ConcurrentHashMap<>();
    private final Deque<byte[]> blocks = new ArrayDeque<>();
    private final Out out = new Out();
    private final boolean headersAlone;
    private int inLast = BLOCK;
    private long drawn;
    private @Nullable Allowance ofCompany;
    private @Nullable PrintWriter writer;
    private @Nullable Refusal refused;
    private boolean begun;
    private boolean streamed;

    /** @param headersAlone whether nobody wants more than the headers */
    ResponseBuffer(HttpServletResponse response, boolean headersAlone) {
        super(response);
        this.headersAlone = headersAlone;
    }

    boolean wantsHeadersAlone() {
        return headersAlone;
    }

    /** From now on everything goes to the client at once. */
    void stream() {
        streamed = true;
    }

    boolean isStreamed() {
        return streamed;
    }

    /** Why there is no answer. */
    Optional<Refusal> refused() {
        return Optional.ofNullable(refused);
    }

    /** Gives the answer to the client, and back what it drew as it is taken. */
    void send() throws IOException {
        flushWriter();
        if (blocks.isEmpty()) {
            return;
        }
        if (!isCommitted()) {
            setContentLengthLong((blocks.size() - 1L) * BLOCK + inLast);
        }
        ServletOutputStream client = super.getOutputStream();
        while (!headersAlone && !blocks.isEmpty()) {
            byte[] block = blocks.remove();
            client.write(block, 0, blocks.isEmpty() ? inLast : BLOCK);
            giveBack(Math.min(BLOCK, drawn));
        }
    }

    /** Forgets what was written. */
    void clear() {
        flushWriter(); // what it holds goes too
        blocks.clear();
        inLast = BLOCK;
        giveBack(drawn);
    }

    void flushWriter() {
        if (writer != null) {
            writer.flush();
        }
    }

    private boolean draw(long tenant) {
        Allowance company = ofCompany;
        if (company == null) {
            company = COMPANIES.computeIfAbsent(tenant, any -> new Allowance(MEMORY / 2, USED_UP));
            ofCompany = company;
        }
        if (!company.take(BLOCK)) {
            refused = company.usedUp();
            return false;
        }
        if (!ALL.take(BLOCK)) {
            company.giveBack(BLOCK);
            refused = ALL.usedUp();
            return false;
        }
        drawn += BLOCK;
        return true;
    }

    private void giveBack(long bytes) {
        if (ofCompany != null && bytes > 0) {
            ofCompany.giveBack(bytes);
            ALL.giveBack(bytes);
            drawn -= bytes;
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return streamed && !begun ? super.getOutputStream() : out;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (streamed && !begun) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(out, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        flushWriter();
        if (streamed) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        clear();
    }

    @Override
    public void reset() {
        super.reset();
        clear();
        writer = null;
    }

    @Override
    public void sendError(int status) throws IOException {
        clear();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        clear();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        clear();
        super.sendRedirect(location);
    }

    private final class Out extends ServletOutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            begun = true;
            if (streamed) {
                ResponseBuffer.super.getOutputStream().write(source, offset, length);
                return;
            }
            int from = offset;
            int left = length;
            while (left > 0 && refused == null) {
                if (inLast == BLOCK && !addBlock()) {
                    if (streamed) {
                        ResponseBuffer.super.getOutputStream().write(source, from, left);
                    }
                    return;
                }
                int part = Math.min(left, BLOCK - inLast);
                System.arraycopy(source, from, blocks.getLast(), inLast, part);
                inLast += part;
                from += part;
                left -= part;
            }
        }

        /**
         * False where there is none to write to: the answer goes to the client from now on, or is refused. The first is
         * free: there is hardly more of it than of the connection itself.
         */
        private boolean addBlock() throws IOException {
            if (!blocks.isEmpty()) {
                Long tenant = Caller.currentTenant();
                if (tenant == null) {
                    ResponseBuffer.super.getOutputStream().write(blocks.remove());
                    streamed = true;
                    return false;
                }
                if (!draw(tenant)) {
                    clear();
                    return false;
                }
            }
            blocks.add(new byte[BLOCK]);
            inLast = 0;
            return true;
        }

        @Override
        public void flush() throws IOException {
            if (streamed) { // else it goes out as a whole
                ResponseBuffer.super.flushBuffer();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("the answer is in memory");
        }
    }
}
