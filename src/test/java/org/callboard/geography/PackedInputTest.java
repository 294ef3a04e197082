package org.callboard.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PackedInputTest {

    private static PackedInput of(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return new PackedInput(new ByteArrayInputStream(all));
    }

    @Test
    void numbersAreInGroupsOfSevenBits() throws IOException {
        try (PackedInput in = of(5, 0x80 | 1, 2, 4, 3, 2, 'O', 'H', 2, 10, 3)) {
            assertThat(in.unsigned()).isEqualTo(5);
            assertThat(in.unsigned()).isEqualTo(257);
            assertThat(in.signed()).isEqualTo(2);
            assertThat(in.signed()).isEqualTo(-2);
            assertThat(in.text()).isEqualTo("OH");
            assertThat(in.deltas(2)).containsExactly(1, 6);
            assertThatThrownBy(in::text).isInstanceOf(EOFException.class);
        }
    }

    /** What unpacks a file has memory that no collector sees. */
    @Test
    void aFileIsClosed() throws IOException {
        PackedInput in = PackedInput.ofResource("/geography/counties.bin.gz");
        in.signed();
        in.close();
        assertThatThrownBy(in::signed).isInstanceOf(IOException.class);
    }
}
