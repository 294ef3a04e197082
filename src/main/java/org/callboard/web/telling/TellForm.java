package org.callboard.web.telling;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.notices.NoticeOutlook;
import org.callboard.notices.Telling;
import org.callboard.web.layout.Form;
import org.springframework.web.servlet.ModelAndView;

/**
 * The part of a form that tells the customer: a tick, with the text as it would go for what is typed. It loads by itself once
 * it is seen, and again while somebody types; a form that was sent without it leaves the decision to the job. A form that comes
 * back brings the decision along.
 *
 * @param id of the tick, which keeps the focus
 */
public record TellForm(String id, boolean ticked, NoticeOutlook outlook) {

    private static final String SHOWN = "tellShown";
    private static final String TICKED = "tell";

    /**
     * Answers with it; where the company tells customers nothing, the place for it goes away.
     *
     * @param about what tells it from others of the page
     * @param usual whether it is ticked until somebody decides
     */
    public static ModelAndView shown(
            String about, Form form, boolean usual, NoticeOutlook outlook, HttpServletResponse response) {
        if (!outlook.says()) {
            response.setHeader("HX-Reswap", "delete");
        }
        boolean ticked = form.has(SHOWN) ? form.flag(TICKED) : usual;
        return new ModelAndView("telling/tell :: tell", "view", new TellForm("tell-" + about, ticked, outlook));
    }

    /** What somebody decided who sent a form. */
    public static Telling decision(Form form) {
        if (!form.has(SHOWN)) {
            return Telling.AS_SET;
        }
        return form.flag(TICKED) ? Telling.YES : Telling.NO;
    }
}
