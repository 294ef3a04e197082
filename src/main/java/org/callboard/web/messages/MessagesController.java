package org.callboard.web.messages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.bookings.BookingDetails;
import org.callboard.bookings.ConfirmationPlaceholder;
import org.callboard.bookings.Confirmations;
import org.callboard.bookings.NewBooking;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.mail.Channel;
import org.callboard.mail.Mail;
import org.callboard.mail.MessageState;
import org.callboard.mail.Sender;
import org.callboard.mail.Senders;
import org.callboard.people.CurrentUser;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.callboard.wordings.MessageWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a company confirms bookings, with a preview that follows the typing, and a test to oneself. */
@Controller
@RequestMapping("/settings/messages")
class MessagesController {

    private static final long SAMPLE_NUMBER = 1058;

    /**
     * What the page shows.
     *
     * @param mailLeaves whether there is a server that takes mail
     * @param tested what became of a test, if there was one
     */
    record View(
            Form form,
            Preview preview,
            boolean mailLeaves,
            boolean textLeaves,
            String myAddress,
            @Nullable MessageState tested) {

        public @Nullable String toast() {
            if (tested == MessageState.Kept) {
                return "No mail server is set up: the test is in the outbox.";
            }
            return tested == MessageState.Queued ? "A test is on its way to " + myAddress + "." : null;
        }

        public @Nullable String toastProblem() {
            return tested == null || toast() != null ? null : "Mail can't be sent to " + myAddress + ".";
        }

        public ConfirmationPlaceholder[] placeholders() {
            return ConfirmationPlaceholder.values();
        }
    }

    private final Confirmations confirmations;
    private final Senders senders;
    private final SaveMessages save;
    private final Mail mail;
    private final Tenants tenants;
    private final Clock clock;

    MessagesController(
            Confirmations confirmations, Senders senders, SaveMessages save, Mail mail, Tenants tenants, Clock clock) {
        this.confirmations = confirmations;
        this.senders = senders;
        this.save = save;
        this.mail = mail;
        this.tenants = tenants;
        this.clock = clock;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView page() {
        long tenant = CurrentUser.get().tenantId();
        Form form = WordsForm.of(confirmations.words(tenant));
        Sender sender = senders.get(tenant);
        return page(form.with("senderName", sender.name()).with("replyTo", sender.replyTo()), null);
    }

    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView save(Form form, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        if (form.saved(response, () -> save.save(tenant, words(form), sender(form)))) {
            redirect.addFlashAttribute("toast", "The messages are saved.");
            return new ModelAndView("redirect:/settings/messages");
        }
        return page(form, null);
    }

    /** What a person would get; what is wrong with the words stands above it. */
    @PostMapping("/preview")
    @PageAccess(Role.Manager)
    ModelAndView preview(Form form) {
        List<String> wrong = WordsForm.sentences(words(form).check(new FieldErrors(), Confirmations.PLACEHOLDERS));
        return new ModelAndView("messages/preview :: preview", "preview", preview(form, wrong));
    }

    /** Answers with the form as it was typed: a test is for words that may not be saved yet. */
    @PostMapping("/test")
    @PageAccess(Role.Manager)
    ModelAndView test(Form form, HttpServletResponse response) {
        SignedInUser user = CurrentUser.get();
        MessageState[] state = new MessageState[1];
        form.saved(
                response, () -> state[0] = save.test(user, words(form), sender(form), filled(form, user.tenantId())));
        return page(form, state[0]);
    }

    private ModelAndView page(Form form, @Nullable MessageState tested) {
        View view = new View(
                form,
                preview(form, List.of()),
                mail.leaves(Channel.Mail),
                mail.leaves(Channel.Text),
                CurrentUser.get().email(),
                tested);
        return new ModelAndView("messages/messages", "view", view);
    }

    private static MessageWords words(Form form) {
        return WordsForm.words(form, Confirmations.STANDARD);
    }

    private static Sender sender(Form form) {
        return new Sender(form.text("senderName"), form.text("replyTo"));
    }

    private Preview preview(Form form, List<String> wrong) {
        long tenant = CurrentUser.get().tenantId();
        Sender sender = sender(form);
        return new Preview(
                filled(form, tenant), senders.name(tenant, sender), sender.replyTo(), form.flag("byText"), wrong);
    }

    private MessageWords.Filled filled(Form form, long tenant) {
        return confirmations.fill(words(form), tenant, SAMPLE_NUMBER, sample(tenants.get(tenant)));
    }

    /** A booking as it might come in. */
    private NewBooking sample(Tenant company) {
        BookingDetails details = new BookingDetails(
                "sample",
                "Website",
                "Jordan Reyes",
                new Address("12 Oak Street", "Apt 4", "Dayton", "OH", "45402", "USA"),
                null,
                clock.instant()
                        .atZone(company.timeZone())
                        .toLocalDate()
                        .plusDays(1)
                        .atTime(LocalTime.of(9, 30))
                        .atZone(company.timeZone())
                        .toInstant(),
                "The furnace has made a grinding noise since last night, and it is getting cold.",
                null,
                null,
                null,
                null,
                true,
                null,
                true);
        return new NewBooking(details, List.of(new ContactDraft(ContactType.MobilePhone, "937-555-0142", null)));
    }
}
