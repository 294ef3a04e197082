package org.callboard.web.settings;

import java.util.List;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CallReasonSettings implements SettingsKind {

    private final CallReasons reasons;

    CallReasonSettings(CallReasons reasons) {
        this.reasons = reasons;
    }

    @Override
    public String path() {
        return "call-reasons";
    }

    @Override
    public String title() {
        return "Call reasons";
    }

    @Override
    public String noun() {
        return "call reason";
    }

    @Override
    public String about() {
        return "Why people call, or why a call did not become a job. A reason that counts as a lead opens a follow-up.";
    }

    @Override
    public List<String> columns() {
        return List.of("Counts as a lead");
    }

    @Override
    public List<Line> lines(long tenant) {
        return reasons.all(tenant).stream()
                .map(one -> Line.of(one.id(), one.name(), one.active(), one.isLead() ? "Lead" : "–"))
                .toList();
    }

    @Override
    public List<Field> fields(long tenant, @Nullable Long id) {
        return List.of(
                Field.text("name", "Name").needed(),
                Field.check("isLead", "Counts as a lead")
                        .hint("Somebody may still book: the call is followed up and shows in the booked rate."));
    }

    @Override
    public Input values(long tenant, long id) {
        CallReason reason = reasons.get(tenant, id);
        return new Input().with("name", reason.name()).with("isLead", reason.isLead());
    }

    @Override
    public void add(long tenant, Input input) {
        reasons.add(tenant, input.text("name"), input.flag("isLead"));
    }

    @Override
    public void update(long tenant, long id, Input input, boolean active) {
        reasons.update(tenant, id, input.text("name"), input.flag("isLead"), active);
    }

    @Override
    public boolean active(long tenant, long id) {
        return reasons.get(tenant, id).active();
    }
}
