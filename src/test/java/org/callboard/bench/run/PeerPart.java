package org.callboard.bench.run;

import java.util.List;

final class PeerPart {
    PeerPart(Site site, RunOptions options) {}

    List<Measured> measure() {
        return List.of();
    }
}
