package org.callboard.bench;

import java.util.List;

/** A company that was made through the services, with the ids of its settings; its rows come by COPY. */
record Company(
        long tenant,
        int place,
        String name,
        long customers,
        Actor owner,
        Actor connection,
        Settings settings,
        Access access) {

    /** Somebody whom the change log names. */
    record Actor(String kind, long id, String name) {}

    /** The ids of what a company sets up once. */
    record Settings(
            List<Long> units,
            List<Long> jobTypes,
            List<Long> campaigns,
            List<Long> leadReasons,
            List<Long> otherReasons,
            List<Long> tags,
            List<Long> technicians,
            List<Long> cancelReasons,
            List<Long> holdReasons,
            List<Field> customerFields,
            List<Field> locationFields,
            long provider) {}

    /** A custom field; a Numeric one has no words to choose from. */
    record Field(long id, List<String> words) {}

    /** How to get in. */
    record Access(
            String appKey,
            String clientId,
            String clientSecret,
            String providerClientId,
            String providerClientSecret,
            String email,
            String password) {
        @Override
        public String toString() {
            return "Access[" + clientId + "]";
        }
    }
}
