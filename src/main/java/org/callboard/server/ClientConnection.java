package org.callboard.server;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** The line to a client, for ending in the middle what it is being sent, from whatever thread. */
public final class ClientConnection {

    private final EndPoint line;

    private ClientConnection(EndPoint line) {
        this.line = line;
    }

    /** That of a request. It may carry others once this one is answered. */
    public static ClientConnection of(HttpServletRequest request) {
        return new ClientConnection(ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint());
    }

    public boolean isOpen() {
        return line.isOpen();
    }

    /** Closes it: the client sees that the end is missing, and whoever writes to it gets an error. */
    public void cut() {
        line.close();
    }
}
