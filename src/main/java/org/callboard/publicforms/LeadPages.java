package org.callboard.publicforms;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.database.Caller;
import org.callboard.leads.LeadForm;
import org.callboard.leads.LeadForms;
import org.callboard.secrets.Secrets;
import org.springframework.stereotype.Service;

/**
 * Where the lead forms of a tenant stand for everybody. An address names the form under a seal that only this installation
 * can set, so there is nothing to store: a form is open as long as it is active.
 */
@Service
public class LeadPages {

    private static final Pattern TOKEN = Pattern.compile("(\\d{1,15})-(\\d{1,15})-([\\w-]{22})");

    /** A form that a visitor has before them, and whose it is. */
    public record Open(long tenant, LeadForm leadForm) {
        public PublicForm form() {
            return new PublicForm(tenant, "lead/" + leadForm.id(), "Lead form", null);
        }
    }

    private final LeadForms forms;
    private final Secrets secrets;

    LeadPages(LeadForms forms, Secrets secrets) {
        this.forms = forms;
        this.secrets = secrets;
    }

    /** The last part of a form's address. */
    public String token(long tenant, long form) {
        return tenant + "-" + form + "-" + seal(tenant, form);
    }

    /** The active form under a token; empty for a token that is not ours, and for a form that is inactive or not there. */
    public Optional<Open> open(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long tenant = Long.parseLong(parts.group(1));
        long form = Long.parseLong(parts.group(2));
        if (!MessageDigest.isEqual(seal(tenant, form).getBytes(), parts.group(3).getBytes())) {
            return Optional.empty();
        }
        return Caller.system(tenant)
                .call(() -> forms.find(tenant, form).filter(LeadForm::active).map(found -> new Open(tenant, found)));
    }

    private String seal(long tenant, long form) {
        byte[] seal = secrets.hash("lead form\n" + tenant + "\n" + form);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(seal, 16));
    }
}
