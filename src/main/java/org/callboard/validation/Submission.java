package org.callboard.validation;

/**
 * The body of a request whose operation has more to say about it than its fields tell by themselves, such as which ids are
 * nobody's. The operation looks for that too and then {@link #refuse refuses} all at once.
 *
 * @param request as it was read; what is wrong in it is null, in lists too
 * @param noted what is wrong so far
 */
public record Submission<T extends Record>(T request, FieldErrors noted) {

    /** A request that was not read, and of which nothing wrong is known. */
    public static <T extends Record> Submission<T> of(T request) {
        return new Submission<>(request, new FieldErrors());
    }

    /** Throws an Invalid that names what is wrong, beside what was found now; a field that is wrong already is not named twice. */
    public void refuse(FieldErrors found) {
        noted.addMissing(found).throwIfAny();
    }
}
