package org.callboard.desk;

import java.util.Map;
import java.util.Set;

/**
 * What somebody answered of a booking script.
 *
 * @param given the answers as they were typed, by the custom field; those to questions that the job type does not ask count
 *     for nothing
 * @param filledIn those of them that the chosen location filled in and nobody changed: the job takes what the location says
 *     by now, for who saw an older answer did not give it
 * @param unasked confirms that the job is booked though an answer that is needed is missing
 */
public record ScriptAnswers(Map<Long, String> given, Set<Long> filledIn, boolean unasked) {

    public static final ScriptAnswers NONE = new ScriptAnswers(Map.of(), Set.of(), false);

    /** What wrong answers are called in a refusal, before the id of the field. */
    public static final String PREFIX = "answers.";

    static String path(long field) {
        return PREFIX + field;
    }
}
