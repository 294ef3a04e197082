package org.callboard.publicforms;

import org.callboard.limits.Limit;
import org.callboard.limits.Limiter;
import org.springframework.stereotype.Component;

/** How often the forms that anybody may send are used: by one network, and by all. */
@Component
class FormLimits {

    /** What is counted. */
    public enum Use {
        /** A form that is sent, right or wrong. */
        SEND(Limit.FORMS_FROM_NETWORK, Limit.FORMS_OF_PAGE),
        /** A picture that is uploaded. */
        PICTURE(Limit.PICTURES_FROM_NETWORK, Limit.PICTURES_OF_PAGE);

        private final Limit byOne;
        private final Limit byAll;

        Use(Limit byOne, Limit byAll) {
            this.byOne = byOne;
            this.byAll = byAll;
        }
    }

    private final Limiter limiter;

    FormLimits(Limiter limiter) {
        this.limiter = limiter;
    }

    /** Counts one use and says whether it may go on. */
    public boolean admit(PublicForm form, Use use, String address) {
        return limiter.take(use.byOne.from(address, form.fullName()), use.byAll.of(form.fullName()))
                .isPresent();
    }
}
