package org.callboard.web.settings;

import org.callboard.people.Users;
import org.callboard.phonelines.UserLines;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves a user with what telephone systems know them by: both, or nothing. */
@Service
class SaveUser {

    private final Users users;
    private final UserLines lines;

    SaveUser(Users users, UserLines lines) {
        this.users = users;
        this.lines = lines;
    }

    /** Refuses as {@link Users#add} and {@link UserLines#save} do. */
    @Transactional
    public void add(long tenant, Users.Draft draft, UserLines.Lines known, boolean anyway) {
        lines.save(tenant, users.add(tenant, draft), known, anyway);
    }

    /** Refuses as {@link Users#update} and {@link UserLines#save} do. */
    @Transactional
    public void update(long tenant, long id, Users.Draft draft, UserLines.Lines known, boolean anyway) {
        users.update(tenant, id, draft);
        lines.save(tenant, id, known, anyway);
    }
}
