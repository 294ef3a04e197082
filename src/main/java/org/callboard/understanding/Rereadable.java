package org.callboard.understanding;

import java.util.List;

/**
 * Records of one kind beside which it is kept what they are understood as. They can be read again at any time; the records
 * themselves stay as they are, with their version and their date.
 */
public interface Rereadable {

    /** A word of its own, which stays for good: work that was cut off goes on by it. */
    String kind();

    /** How many there are, to tell how far the work is. */
    long count(long tenant);

    /** The ids of the next records after one, in their order, at most so many. */
    List<Long> after(long tenant, long id, int most);

    /**
     * Keeps records from change until the transaction ends, and writes what they are understood as now, where that is not
     * what is kept already. Gives the ids of those that it did so for: records that are gone are left out.
     *
     * @param waiting whether a record that somebody is just changing is waited for; otherwise it is left out too
     */
    List<Long> reread(long tenant, List<Long> ids, boolean waiting);
}
