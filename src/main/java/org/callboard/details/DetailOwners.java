package org.callboard.details;

import java.util.Collection;

/** The records of one kind, as far as what hangs on them needs them: their own module gives it. */
public interface DetailOwners {

    RecordKind kind();

    /** One record; NotFound where there is none. */
    DetailOwner get(long tenant, long id);

    /**
     * Reads a record for a change; others wait until the transaction ends. NotFound where there is none, RECORD_MERGED where
     * another one lives on instead of it.
     */
    DetailOwner lock(long tenant, long id);

    /** Reads a record to which something is added that is no change of it, and keeps it from being merged; as above. */
    DetailOwner hold(long tenant, long id);

    /** The same, and its customer before it: what is copied to that, nobody else copies in the same moment. */
    DetailOwner lockWithCustomer(long tenant, long id);

    /** A change of what is shown with records is a change of the records. */
    void touch(long tenant, Collection<Long> ids);
}
