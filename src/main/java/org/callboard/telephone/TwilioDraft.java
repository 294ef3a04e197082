package org.callboard.telephone;

import java.util.regex.Pattern;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * What a manager types of an account of Twilio. Secrets are typed and never shown: what is left empty stays.
 *
 * @param authToken another auth token; what is signed with the one before is taken until {@code forgetFormer}
 * @param sharedKey another shared key
 * @param forgetFormer whether the auth token before the present one is taken no longer
 */
public record TwilioDraft(
        String name,
        String accountSid,
        @Nullable String authToken,
        @Nullable String sharedKey,
        boolean forgetFormer) {

    /** How long a name may be. */
    public static final int MAX_NAME = 100;

    private static final int SID_LENGTH = 34;
    private static final Pattern SID = Pattern.compile("AC[0-9a-f]{32}");
    private static final Pattern SECRET = Pattern.compile("[!-~]{16,200}");

    public TwilioDraft {
        name = VisibleText.clean(name);
        accountSid = VisibleText.strip(accountSid);
        authToken = VisibleText.orNull(authToken);
        sharedKey = VisibleText.orNull(sharedKey);
    }

    /** Notes what is wrong; a new system has no token yet that could stay. */
    void check(FieldErrors errors, boolean isNew) {
        errors.required("name", name);
        errors.maxLength("name", name, MAX_NAME);
        errors.maxLength("accountSid", accountSid, SID_LENGTH);
        errors.addIf(
                accountSid.length() <= SID_LENGTH && !SID.matcher(accountSid).matches(),
                "accountSid",
                "It begins with AC, and 32 figures and small letters follow.");
        errors.addIf(isNew && authToken == null, "authToken", "Twilio's auth token is needed to check what it sends.");
        errors.addIf(
                !isSecret(authToken), "authToken", "This is no auth token: it has at least 16 letters and figures.");
        errors.addIf(
                !isSecret(sharedKey), "sharedKey", "This is no shared key: it has at least 16 letters and figures.");
    }

    private static boolean isSecret(@Nullable String typed) {
        return typed == null || SECRET.matcher(typed).matches();
    }
}
