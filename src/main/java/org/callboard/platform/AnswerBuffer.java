package org.callboard.platform;

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
import org.jspecify.annotations.Nullable;

/**
 * An answer in memory, so that what it was made of can go before a slow client has taken it. What is more than a little
 * draws from what answers may hold together, of which one company has half at the most; where that is used up, the rest is
 * thrown away and the answer {@link #refused}.
 */
final class AnswerBuffer extends HttpServletResponseWrapper {

    private static final int BLOCK = 32 << 10;

    private static final long MEMORY = Runtime.getRuntime().maxMemory() / 8;
    private static final String USED_UP =
            "Too many long answers are on their way. Try again when some are read, or ask for smaller pages.";

    private static final Allowance ALL = new Allowance(MEMORY, USED_UP);
    private static final Map<Long, Allowance> COMPANIES = new ConcurrentHashMap<>();
    private static final long STRANGERS = 0;

    private final Deque<byte[]> blocks = new ArrayDeque<>();
    private final Out out = new Out();
    private int inLast = BLOCK;
    private long drawn;
    private @Nullable Allowance ofCompany;
    private @Nullable PrintWriter writer;
    private @Nullable ApiProblem refused;
    private boolean streamed;

    AnswerBuffer(HttpServletResponse response) {
        super(response);
    }

    /** From now on everything goes to the client at once. */
    void stream() {
        streamed = true;
    }

    boolean isStreamed() {
        return streamed;
    }

    /** Why there is no answer. */
    Optional<ApiProblem> refused() {
        return Optional.ofNullable(refused);
    }

    /** Gives the answer to the client, and back what it drew as it is taken. */
    void send(boolean withBody) throws IOException {
        flushWriter();
        if (blocks.isEmpty()) {
            return;
        }
        if (!isCommitted()) {
            setContentLengthLong((blocks.size() - 1L) * BLOCK + inLast);
        }
        ServletOutputStream client = super.getOutputStream();
        while (withBody && !blocks.isEmpty()) {
            byte[] block = blocks.remove();
            client.write(block, 0, blocks.isEmpty() ? inLast : BLOCK);
            giveBack(Math.min(BLOCK, drawn));
        }
    }

    /** Forgets what was written. */
    void clear() {
        if (writer != null) {
            writer.flush(); // what it holds goes too
        }
        blocks.clear();
        inLast = BLOCK;
        giveBack(drawn);
    }

    private void flushWriter() {
        if (writer != null) {
            writer.flush();
        }
    }

    /** The first block is free: there is hardly more of it than of the connection itself. */
    private boolean draw() {
        if (blocks.isEmpty()) {
            return true;
        }
        Allowance company = ofCompany;
        if (company == null) {
            Long tenant = Caller.currentTenant();
            company = COMPANIES.computeIfAbsent(
                    tenant == null ? STRANGERS : tenant, any -> new Allowance(MEMORY / 2, USED_UP));
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
        return streamed ? super.getOutputStream() : out;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (streamed) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(out, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (streamed) {
            super.flushBuffer();
        } else {
            flushWriter();
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
            int from = offset;
            int left = length;
            while (left > 0 && refused == null) {
                if (inLast == BLOCK) {
                    if (!draw()) {
                        clear();
                        return;
                    }
                    blocks.add(new byte[BLOCK]);
                    inLast = 0;
                }
                int part = Math.min(left, BLOCK - inLast);
                System.arraycopy(source, from, blocks.getLast(), inLast, part);
                inLast += part;
                from += part;
                left -= part;
            }
        }

        @Override
        public void flush() {
            // it goes out as a whole
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
