package org.callboard.addresschecks;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.http.OwnHeaders;

/** What an answer of the API says of the addresses in it: {@code locations[0].address.coordinates=Swapped}. */
public final class AddressProblems {

    /** What an operation that answers with the header says of it. */
    public static final String DESCRIPTION = "The header " + OwnHeaders.ADDRESS_PROBLEMS
            + " of the answer names what asks for a look at the addresses, such as"
            + " address.city=CityMisspelt, address.coordinates=Swapped; nothing is refused or changed for it.";

    private static final int MOST = 50;

    private final List<String> all = new ArrayList<>();

    /** Adds those of an address that stands at a path, such as {@code locations[0].address}. */
    public AddressProblems add(String path, List<Problem> problems) {
        problems.forEach(problem -> all.add(path + "." + problem.field() + "=" + problem.code()));
        return this;
    }

    /** Says them in an answer, at most fifty; without any it says nothing. */
    public void announce(HttpServletResponse response) {
        if (!all.isEmpty()) {
            String first = String.join(", ", all.subList(0, Math.min(MOST, all.size())));
            response.setHeader(OwnHeaders.ADDRESS_PROBLEMS, all.size() > MOST ? first + ", ..." : first);
        }
    }
}
