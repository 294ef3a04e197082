package org.callboard.customers;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.database.RecordMapper;
import org.callboard.details.RecordKind;
import org.callboard.search.SearchDocuments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CustomerStore extends RecordStore<Customer, CustomerDetails> {

    private static final RecordMapper<Customer> CUSTOMERS = RecordMapper.of(Customer.class);
    private static final RecordMapper<CustomerDetails> DETAILS = RecordMapper.of(CustomerDetails.class);

    private static final String INSERT = DETAILS.sql("""
            insert into customer (tenant_id, COLUMNS, created_on, created_by_id, modified_on)
            select :tenant, COLUMNS, :now, :by, :now
            from unnest(ARRAYS) with ordinality as c (COLUMNS, position)
            order by position
            returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update customer set ASSIGNMENTS, version = version + 1, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    CustomerStore(JdbcClient jdbc, SearchDocuments documents, Clock clock) {
        super(RecordKind.Customer, CUSTOMERS, DETAILS, CustomerDetails::findable, jdbc, documents, clock);
    }

    Map<Long, String> names(long tenant, Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("select id, name from customer where tenant_id = :tenant and id = any(:ids)")
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return names;
    }

    boolean hasActiveLocation(long tenant, long id) {
        return jdbc.sql("""
                select exists (select from location where tenant_id = :tenant and customer_id = :id and active)
                """)
                .param("tenant", tenant)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    List<Long> insert(long tenant, List<CustomerDetails> all) {
        return insert(jdbc.sql(INSERT), tenant, all);
    }

    void update(long tenant, long id, CustomerDetails before, CustomerDetails after) {
        update(jdbc.sql(UPDATE), tenant, id, before, after);
    }
}
