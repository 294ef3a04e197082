package org.callboard.web.calls;

import org.callboard.people.CurrentUser;
import org.callboard.queue.CallQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The Calls screen as a whole page: the queue, and beside it the open inquiry. */
@Component
class CallsPage {

    /**
     * What the page shows.
     *
     * @param template what draws the open inquiry; null for none
     */
    record Screen(
            CallQueue.Waiting waiting,
            @Nullable String template,
            @Nullable Object inquiry) {}

    private final CallQueue queue;

    CallsPage(CallQueue queue) {
        this.queue = queue;
    }

    ModelAndView alone() {
        return screen(null, null);
    }

    /** An inquiry: as a page, or by itself where the screen that is open asks for it. */
    ModelAndView with(String template, Object inquiry, @Nullable String htmx) {
        return htmx == null ? screen(template, inquiry) : new ModelAndView(template, "view", inquiry);
    }

    private ModelAndView screen(@Nullable String template, @Nullable Object inquiry) {
        return new ModelAndView(
                "calls/page", "view", new Screen(queue.waiting(CurrentUser.get().tenantId()), template, inquiry));
    }
}
