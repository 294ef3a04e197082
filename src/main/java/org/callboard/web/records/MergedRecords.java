package org.callboard.web.records;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.access.PageAccess;
import org.callboard.details.RecordKind;
import org.callboard.http.RequestPath;
import org.callboard.mergedids.MergedIds;
import org.callboard.merging.Merge;
import org.callboard.merging.Merges;
import org.callboard.people.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads from the pages of a record that was merged to those of the one that lives on, and says what was merged. */
@Component
class MergedRecords implements HandlerInterceptor, WebMvcConfigurer {

    /** The pages below that of a record. */
    private static final Pattern BELOW = Pattern.compile("/(customer|location)s/(\\d{1,15})(/.+)");

    private final MergedIds ids;
    private final Merges merges;

    MergedRecords(MergedIds ids, Merges merges) {
        this.ids = ids;
        this.merges = merges;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(1); // whether somebody may read the page is asked before
    }

    /** A whole page below that of a merged record is the one of who lives on; parts of the record's own page stay its own. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        // where a refusal is drawn the path is still that of the record, and perhaps nobody is signed in
        boolean ofPerson = handler instanceof HandlerMethod method && method.hasMethodAnnotation(PageAccess.class);
        if (!ofPerson || !request.getMethod().equals("GET") || request.getHeader("HX-Request") != null) {
            return true;
        }
        Matcher below = BELOW.matcher(RequestPath.decoded(request));
        if (!below.matches()) {
            return true;
        }
        RecordKind kind = below.group(1).equals("customer") ? RecordKind.Customer : RecordKind.Location;
        Optional<Long> survivor = ids.survivor(kind, tenant(), Long.parseLong(below.group(2)));
        if (survivor.isEmpty()) {
            return true;
        }
        String query = request.getQueryString();
        response.sendRedirect(
                OpenRecord.path(kind) + "/" + survivor.get() + below.group(3) + (query == null ? "" : "?" + query));
        return false;
    }

    /**
     * What the page of a record says of a merge: where it lives on itself, or what was merged into it.
     *
     * @param from the one that a link or a merge led here from; null for none
     */
    <T> @Nullable MergedLine line(RecordPage<T> page, OpenRecord record, @Nullable Long from) {
        OpenRecord.Ref survivor = record.mergedTo();
        if (survivor != null) {
            return merges.standing(page.kind(), tenant(), record.id())
                    .map(merge -> line(merge, survivor, true))
                    .orElse(null);
        }
        return from == null
                ? null
                : merges.standing(page.kind(), tenant(), from)
                        .filter(merge -> merge.keptId() == record.id() && merge.state() == Merge.State.Done)
                        .map(merge -> line(
                                merge,
                                new OpenRecord.Ref(
                                        from, page.open(tenant(), from).name()),
                                false))
                        .orElse(null);
    }

    private static MergedLine line(Merge merge, OpenRecord.Ref other, boolean gone) {
        return new MergedLine(
                merge.kind(), merge.id(), other, gone, merge.mergedOn(), merge.by(), merge.forgottenOn() == null);
    }

    /** The records that were merged into one, the latest first. */
    List<Merge> into(RecordKind kind, long kept) {
        return merges.into(kind, tenant(), kept);
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
