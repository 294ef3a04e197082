package org.callboard.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The contract's list envelope. {@code totalCount} is null unless {@code includeTotal} was asked for. */
public record Page<T>(
        int page, int pageSize, boolean hasMore, @Nullable Integer totalCount, List<T> data) {

    /** Cuts the page out of rows that were read with {@link Paging#limit()}, one more than the page holds. */
    public static <T> Page<T> of(Paging paging, List<T> rows, @Nullable Integer totalCount) {
        boolean more = rows.size() > paging.pageSize();
        return new Page<>(
                paging.page(), paging.pageSize(), more, totalCount, more ? rows.subList(0, paging.pageSize()) : rows);
    }

    /** Cuts the page out of all rows there are, where they are few and at hand. */
    public static <T> Page<T> ofAll(Paging paging, List<T> all) {
        List<T> rows = all.stream().skip(paging.offset()).limit(paging.limit()).toList();
        return of(paging, rows, paging.includeTotal() ? all.size() : null);
    }

    /** The same page, of so many rows on all pages. */
    public Page<T> withTotal(int total) {
        return new Page<>(page, pageSize, hasMore, total, data);
    }

    /** How many rows there are on all pages, where they were counted or end on this page; null otherwise. */
    public @Nullable Long knownTotal() {
        if (totalCount != null) {
            return totalCount.longValue();
        }
        boolean ends = !hasMore && (page == 1 || !data.isEmpty());
        return ends ? (page - 1L) * pageSize + data.size() : null;
    }

    public <R> Page<R> map(Function<? super T, ? extends R> shape) {
        return new Page<>(
                page, pageSize, hasMore, totalCount, data.stream().<R>map(shape).toList());
    }
}
