package org.callboard.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.Campaigns;
import org.callboard.database.Caller;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.callboard.web.layout.Form;
import org.junit.jupiter.api.Test;

/** Of two who change a setting at once, the one who waits undoes nothing that the other one did beside it. */
class SettingsAtOnceTest {

    private final TestTenant tenant = TestTenant.create();
    private final Caller caller = tenant.caller;
    private final Visitor owner = Visitor.signedIn(tenant.owner);

    private Form form(String name) {
        Campaign campaign = caller.call(() -> Server.bean(Campaigns.class).all(tenant.id).stream()
                .findFirst()
                .orElseGet(() -> Server.bean(Campaigns.class).add(tenant.id, new Campaign.Details("Radio", null))));
        return Form.blank()
                .with("name", name)
                .with("tagName", name)
                .with("description", "of a test")
                .with("number", "(937) 555-0100")
                .with("codes", "45402")
                .with("day", "2027-12-24")
                .with("type", "Regular")
                .with("dataType", "Text")
                .with("role", "CSR")
                .with("email", "first@company" + tenant.id + ".test")
                .with("campaignId", campaign.id())
                .with("userIds", tenant.owner.id())
                .with("followUpDays", 1);
    }

    @Test
    void aNewNameAndWhetherItIsActiveAreKeptBoth() {
        assertThat(Server.beans(SettingsKind.class)).hasSizeGreaterThan(10);
        for (SettingsKind<?> kind : Server.beans(SettingsKind.class)) {
            String path = "/settings/" + kind.words().path();
            caller.run(() -> kind.add(tenant.id, form("First one").with("password", TestTenant.PASSWORD)));
            Matcher link = Pattern.compile(path + "/(\\d+)\"[^>]*>First one<")
                    .matcher(owner.get(path).body());
            assertThat(link.find()).as(path).isTrue();
            long id = Long.parseLong(link.group(1));
            Runnable rename = () -> caller.run(() -> kind.update(tenant.id, id, form("Second thought")));
            AtOnce.waiting(caller, rename, () -> owner.post(path + "/" + id + "/active", "active", "false"));
            assertThat(owner.get(path + "?show=inactive").body()).as(path).contains(">Second thought<");
            Runnable reactivate = () -> kind.activate(tenant.id, id, true);
            AtOnce.waiting(
                    caller,
                    reactivate,
                    () -> caller.call(() -> {
                        kind.update(tenant.id, id, form("Third time"));
                        return id;
                    }));
            assertThat(owner.get(path + "?show=active").body()).as(path).contains(">Third time<");
        }
    }
}
