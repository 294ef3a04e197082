package org.callboard.web.calls;

import java.util.function.Function;
import org.callboard.http.ApiErrorResponse;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.web.calls.InquiryModel.Sent;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What an action answers: the inquiry as it is afterwards; where somebody else was faster, it is that too, as a conflict, and
 * who it was.
 *
 * @param template what draws it
 * @param view gathers it as it is now, with what was sent
 */
record InquiryAnswer(String template, Function<Sent, Object> view) {

    /** Does the work; NotFound is thrown on. */
    ModelAndView after(Runnable work, Sent done, Function<Refusal, Sent> refused) {
        try {
            work.run();
        } catch (Refusal e) {
            return refused(e, refused.apply(e));
        }
        return new ModelAndView(template, "view", view.apply(done));
    }

    /** The same for a button, which has no fields that could be wrong. */
    ModelAndView after(Runnable work) {
        return after(work, Sent.NOTHING, problem -> Sent.refused(problem.title()));
    }

    ModelAndView refused(Refusal problem, Sent sent) {
        if (problem instanceof NotFound) {
            throw problem;
        }
        ModelAndView inquiry = new ModelAndView(template, "view", view.apply(sent));
        inquiry.setStatus(
                problem instanceof Invalid ? HttpStatus.UNPROCESSABLE_CONTENT : ApiErrorResponse.status(problem));
        return inquiry;
    }
}
