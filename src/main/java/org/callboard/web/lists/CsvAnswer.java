package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.callboard.lists.ExportFile;
import org.callboard.server.BufferedResponses;
import org.springframework.http.ContentDisposition;

/** Answers with a file of comma-separated values; a refusal that comes before its first row is no file. */
public final class CsvAnswer {

    private CsvAnswer() {}

    /** Lets the file be written into the answer; of a request for its headers alone, only those. */
    public static void send(String name, HttpServletResponse response, Consumer<ExportFile.Target> write) {
        if (BufferedResponses.wantsHeadersAlone(response)) {
            asFile(name, response);
            return;
        }
        try {
            write.accept(() -> {
                asFile(name, response);
                return response.getOutputStream();
            });
        } catch (UncheckedIOException e) {
            // whoever downloaded went away: there is nobody to tell
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                response.reset(); // else the refusal would come as a file
            }
            throw e;
        }
    }

    private static void asFile(String name, HttpServletResponse response) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
