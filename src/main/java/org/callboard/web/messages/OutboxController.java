package org.callboard.web.messages;

import java.util.List;
import java.util.Set;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.changes.EntityKind;
import org.callboard.mail.Channel;
import org.callboard.mail.Mail;
import org.callboard.mail.Message;
import org.callboard.mail.MessageDraft;
import org.callboard.mail.MessageState;
import org.callboard.mail.Outbox;
import org.callboard.notices.Notices;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.web.layout.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The messages of a company, newest first, and one of them with all that was tried. */
@Controller
@RequestMapping("/settings/outbox")
class OutboxController {

    private static final int PAGE_SIZE = 50;
    private static final Set<MessageState> NEEDING_A_DECISION = Set.of(MessageState.Failed, MessageState.Unknown);

    /** A message in the list. */
    record Row(Message message, StateLook look) {}

    /** @param undecided how many wait for somebody's decision */
    record View(OutboxFilter show, Page<Message> page, long undecided, boolean mailLeaves) {

        public OutboxFilter[] filters() {
            return OutboxFilter.values();
        }

        public List<Row> rows() {
            return page.data().stream()
                    .map(message -> new Row(message, StateLook.of(message.state())))
                    .toList();
        }
    }

    /** A message with all that was tried. */
    record One(Message message, StateLook look, List<Message.Attempt> attempts) {}

    private final Outbox outbox;
    private final Mail mail;
    private final Notices notices;

    OutboxController(Outbox outbox, Mail mail, Notices notices) {
        this.outbox = outbox;
        this.mail = mail;
        this.notices = notices;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView list(@RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "1") int page) {
        long tenant = CurrentUser.get().tenantId();
        OutboxFilter filter = OutboxFilter.of(show);
        View view = new View(
                filter,
                outbox.page(tenant, filter.states(), new Paging(Math.max(1, page), PAGE_SIZE, false)),
                outbox.count(tenant, NEEDING_A_DECISION),
                mail.leaves(Channel.Mail));
        return new ModelAndView("messages/outbox", "view", view);
    }

    @GetMapping("/{id}")
    @PageAccess(Role.Manager)
    ModelAndView message(@PathVariable long id) {
        long tenant = CurrentUser.get().tenantId();
        Message message = outbox.get(tenant, id);
        One view = new One(message, StateLook.of(message.state()), outbox.attempts(tenant, id));
        return new ModelAndView("messages/message", "view", view);
    }

    @PostMapping("/{id}/again")
    @PageAccess(Role.Manager)
    String again(@PathVariable long id, RedirectAttributes redirect) {
        try {
            sendAgain(CurrentUser.get().tenantId(), id);
            redirect.addFlashAttribute("toast", "The message is sent again.");
        } catch (Conflict e) {
            redirect.addFlashAttribute("toastProblem", Forms.sentence(e));
        }
        return "redirect:/settings/outbox/" + id;
    }

    /** One about a job goes only while what it says is so. */
    private void sendAgain(long tenant, long id) {
        MessageDraft.About about = outbox.get(tenant, id).about();
        if (about != null && about.kind() == EntityKind.JOB_MESSAGE) {
            notices.sendAgain(tenant, about.id(), id);
        } else {
            outbox.sendAgain(tenant, id);
        }
    }
}
