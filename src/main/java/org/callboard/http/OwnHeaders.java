package org.callboard.http;

import java.util.List;
import org.callboard.validation.IgnoredFields;

/** The headers of Callboard's own in answers of the API. They come with a repeated answer too, and websites may read them. */
public final class OwnHeaders {

    /** Ids of customers that a new record may be a second time. */
    public static final String POSSIBLE_DUPLICATES = "Callboard-Possible-Duplicates";

    /** What asks for a look at the addresses of the answer. */
    public static final String ADDRESS_PROBLEMS = "Callboard-Address-Problems";

    /** Where a feed goes on behind a file. */
    public static final String CONTINUE_FROM = "Callboard-Continue-From";

    /** Who lives on instead of a customer or location that was named. */
    public static final String MERGED_INTO = "Callboard-Merged-Into";

    /** Technicians who are to be in two places at once. */
    public static final String OVERBOOKED = "Callboard-Overbooked";

    /** What is unusual about the time of a visit. */
    public static final String WARNINGS = "Callboard-Warnings";

    /** All of them: who adds one adds it here. */
    public static final List<String> ALL = List.of(
            IgnoredFields.HEADER,
            POSSIBLE_DUPLICATES,
            ADDRESS_PROBLEMS,
            CONTINUE_FROM,
            MERGED_INTO,
            OVERBOOKED,
            WARNINGS);

    private OwnHeaders() {}
}
