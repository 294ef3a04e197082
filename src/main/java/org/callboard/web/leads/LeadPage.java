package org.callboard.web.leads;

import java.util.ArrayList;
import java.util.List;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.details.ContactContent;
import org.callboard.details.ContactEntry;
import org.callboard.followups.Channel;
import org.callboard.followups.FollowUps;
import org.callboard.followups.Outcome;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadPerson;
import org.callboard.web.Phones;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a lead shows.
 *
 * @param names the lead, and the words for what it refers to
 * @param held whether the one who looks has it in the round
 * @param counts what is due, in a round
 * @param form all of the page's, since one is sent at a time
 */
public record LeadPage(
        LeadView names,
        FollowUpQuery query,
        boolean held,
        boolean overdue,
        FollowUps.@Nullable Counts counts,
        LeadChoices.Offered choices,
        String region,
        Form form) {

    /**
     * A way to reach the person.
     *
     * @param textHref for a text, where one may be sent
     */
    record Link(
            String label,
            String shown,
            @Nullable String href,
            @Nullable String textHref,
            @Nullable String memo,
            Channel channel) {}

    public Lead lead() {
        return names.lead();
    }

    /** Whether the lead's owner may be given no more leads. */
    public boolean formerOwner() {
        Long owner = lead().details().ownerId();
        return owner != null && choices.owners().stream().map(Option::value).noneMatch(owner.toString()::equals);
    }

    public Channel[] channels() {
        return Channel.values();
    }

    public Outcome[] outcomes() {
        return Outcome.values();
    }

    /** The lead's own first: it is the one that the person gave last. */
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        LeadPerson person = lead().details().person();
        if (person.leadPhone() != null) {
            links.add(link(ContactType.Phone, "Phone", person.leadPhone(), null, true));
        }
        if (person.leadEmail() != null) {
            links.add(link(ContactType.Email, "E-mail", person.leadEmail(), null, true));
        }
        for (ContactEntry entry : names.contacts()) {
            ContactContent content = entry.content();
            boolean text = content.type() != ContactType.Fax && !content.doNotText();
            Link link = link(content.type(), Phones.word(content.type()), content.value(), content.memo(), text);
            if (link.href == null || links.stream().noneMatch(known -> link.href.equals(known.href))) {
                links.add(link);
            }
        }
        return links;
    }

    private Link link(ContactType type, String label, String value, @Nullable String memo, boolean text) {
        String href = new Phones(region).link(type, value);
        if (ContactParser.kind(type, value) == ContactType.Email) {
            return new Link(label, value, href, null, memo, Channel.Email);
        }
        String sms = href == null || !text ? null : href.replaceFirst("tel:", "sms:");
        return new Link(label, new PhoneFormat(region).shown(value), href, sms, memo, Channel.Call);
    }
}
