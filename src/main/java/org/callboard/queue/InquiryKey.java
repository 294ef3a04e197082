package org.callboard.queue;

/**
 * Which inquiry it is: bookings, calls and call-backs are each counted by themselves, so an id alone names none of them.
 * Written as {@code call/1001}.
 */
public record InquiryKey(Kind kind, long id) {

    /** What can wait in the queue. */
    public enum Kind {
        Booking("booking", "/calls/"),
        Call("call", "/calls/phone/"),
        CallBack("call-back", "/calls/phone/back/");

        private final String word;
        private final String path;

        Kind(String word, String path) {
            this.word = word;
            this.path = path;
        }

        /** As it is written in keys. */
        public String word() {
            return word;
        }
    }

    public static InquiryKey booking(long id) {
        return new InquiryKey(Kind.Booking, id);
    }

    public static InquiryKey call(long id) {
        return new InquiryKey(Kind.Call, id);
    }

    public static InquiryKey callBack(long id) {
        return new InquiryKey(Kind.CallBack, id);
    }

    /** Where it is shown, and below which everything is that can be done with it. */
    public String path() {
        return kind.path + id;
    }

    @Override
    public String toString() {
        return kind.word + "/" + id;
    }
}
