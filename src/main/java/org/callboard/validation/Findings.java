package org.callboard.validation;

/**
 * What a look at an {@code Inquiry} found: what can't be kept, what is no good but kept as it was sent, what nothing can
 * be made of, and whether the person can be reached.
 */
public final class Findings {

    private final FieldErrors wrong = new FieldErrors();
    private final FieldErrors doubtful = new FieldErrors();
    private final FieldErrors refused = new FieldErrors();
    private boolean reachable;

    /** Takes what can't be kept, such as an unknown id. */
    public FieldErrors wrong() {
        return wrong;
    }

    /** Takes what is kept as it was sent, such as half an address. */
    public FieldErrors doubtful() {
        return doubtful;
    }

    /** Takes what the request is refused for, such as two ids that contradict each other. */
    public FieldErrors refused() {
        return refused;
    }

    /** Notes that what was sent leads to the person, where it does. */
    public void reachableIf(boolean reachable) {
        this.reachable |= reachable;
    }

    public boolean isReachable() {
        return reachable;
    }

    /** Throws an Invalid that names everything, beside what was noted before, for those who ask again. */
    public void throwIfAny(FieldErrors noted) {
        noted.addMissing(wrong).addMissing(doubtful).addMissing(refused).throwIfAny();
    }
}
