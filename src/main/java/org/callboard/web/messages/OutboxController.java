package org.callboard.web.messages;

import java.util.List;
import java.util.Set;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.mail.Channel;
import org.callboard.mail.Mail;
import org.callboard.mail.Message;
import org.callboard.mail.MessageState;
import org.callboard.mail.Outbox;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.web.layout.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The messages of a company, newest first, and one of them with all that was tried. */
@Controller
@RequestMapping("/settings/outbox")
class OutboxController {

    private static final int PAGE_SIZE = 50;
    private static final Set<MessageState> NEEDING_A_DECISION = Set.of(MessageState.Failed, MessageState.Unknown);

    /** A message in the list. */
    record Row(Message message, StateLook look) {}

    private final Outbox outbox;
    private final Mail mail;

    OutboxController(Outbox outbox, Mail mail) {
        this.outbox = outbox;
        this.mail = mail;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    String list(
            @RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "1") int page, Model model) {
        long tenant = CurrentUser.get().tenantId();
        OutboxFilter filter = OutboxFilter.of(show);
        Page<Message> messages = outbox.page(tenant, filter.states(), new Paging(Math.max(1, page), PAGE_SIZE, false));
        List<Row> rows = messages.data().stream()
                .map(message -> new Row(message, StateLook.of(message.state())))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("page", messages);
        model.addAttribute("filters", OutboxFilter.values());
        model.addAttribute("show", filter);
        model.addAttribute("undecided", outbox.count(tenant, NEEDING_A_DECISION));
        model.addAttribute("mailLeaves", mail.leaves(Channel.Mail));
        return "messages/outbox";
    }

    @GetMapping("/{id}")
    @PageAccess(Role.Manager)
    String message(@PathVariable long id, Model model) {
        long tenant = CurrentUser.get().tenantId();
        Message message = outbox.get(tenant, id);
        model.addAttribute("message", message);
        model.addAttribute("look", StateLook.of(message.state()));
        model.addAttribute("attempts", outbox.attempts(tenant, id));
        return "messages/message";
    }

    @PostMapping("/{id}/again")
    @PageAccess(Role.Manager)
    String again(@PathVariable long id, RedirectAttributes redirect) {
        try {
            outbox.sendAgain(CurrentUser.get().tenantId(), id);
            redirect.addFlashAttribute("toast", "The message is sent again.");
        } catch (Conflict e) {
            redirect.addFlashAttribute("toastProblem", Forms.sentence(e));
        }
        return "redirect:/settings/outbox/" + id;
    }
}
