package org.callboard.desk;

import java.util.Map;

/**
 * What somebody answered of a booking script.
 *
 * @param given the answers as they were typed, by the custom field; those to questions that the job type does not ask count
 *     for nothing
 * @param unasked confirms that the job is booked though an answer that is needed is missing
 */
public record ScriptAnswers(Map<Long, String> given, boolean unasked) {

    public static final ScriptAnswers NONE = new ScriptAnswers(Map.of(), false);

    /** What wrong answers are called in a refusal, before the id of the field. */
    public static final String PREFIX = "answers.";

    static String path(long field) {
        return PREFIX + field;
    }
}
