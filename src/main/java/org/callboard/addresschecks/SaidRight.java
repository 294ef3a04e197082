package org.callboard.addresschecks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.geography.ProblemCode;

/** Somebody who knows the place has said that its address is right, whatever is held against it. */
@Schema(name = "AddressSaidRight")
public record SaidRight(String by, Instant on, List<ProblemCode> problems) {

    /** What is held against the address now, and was not then. */
    List<Problem> leaves(List<Problem> now) {
        return now.stream()
                .filter(problem -> !problems.contains(problem.code()))
                .toList();
    }
}
