package org.callboard.dispatch;

import java.util.List;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.Overlap;

/**
 * An appointment as an act left it.
 *
 * @param overlaps where its technicians are to be elsewhere at the same time: that is told, not refused
 */
public record Outcome(Appointment appointment, List<Overlap> overlaps) {}
