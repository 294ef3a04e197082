package org.callboard.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells people that the database is away, without asking it for anything. */
public interface OutagePages {

    /** Whether a person asked, who is to get a page. */
    boolean wanted(HttpServletRequest request);

    /** Writes the body of the answer, whose status is set. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
