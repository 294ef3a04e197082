package org.callboard.addresschecks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.geography.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Somebody who knows the place has said that its address is right, whatever is held against it. */
@Schema(name = "AddressSaidRight")
public record SaidRight(String by, Instant on, List<ProblemCode> problems) {

    /** What is held against an address now, and was not when somebody called it right; all of it where nobody has. */
    static List<Problem> open(List<Problem> now, @Nullable SaidRight right) {
        return right == null
                ? now
                : now.stream()
                        .filter(problem -> !right.problems.contains(problem.code()))
                        .toList();
    }
}
