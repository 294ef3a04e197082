package org.callboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewPersonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Avery Lowell                             | name Avery Lowell
                    937-555-0888                             | phone 937-555-0888
                    (937) 555 0888                           | phone (937) 555 0888
                    555-0142                                 | phone 555-0142
                    +44 20 7946 0018                         | phone +44 20 7946 0018
                    1-800-FLOWERS                            | phone 1-800-FLOWERS
                    avery@example.com                        | e-mail avery@example.com
                    avery@                                   | e-mail avery@
                    Avery Lowell <avery@example.com>         | name Avery Lowell, e-mail avery@example.com
                    Avery Lowell 937-555-0888                | name Avery Lowell, phone 937-555-0888
                    937.555.0888, Avery Lowell               | name Avery Lowell, phone 937.555.0888
                    Avery 9375550888 avery@example.com       | name Avery, phone 9375550888, e-mail avery@example.com
                    4102 alder apt 4                         | address 4102 alder apt 4
                    12 Oak St, Dayton                        | address 12 Oak St, Dayton
                    12 Oak St, Dayton OH                     | address 12 Oak St, Dayton, OH
                    12 Oak St, West Carrollton, OH 45402     | address 12 Oak St, West Carrollton, OH, 45402
                    12 Oak St, Dayton 45402                  | address 12 Oak St, Dayton, 45402
                    Avery Lowell, 12 Oak St                  | name Avery Lowell, address 12 Oak St
                    PO Box 12                                | address PO Box 12
                    45402                                    | address 45402
                    45402-1234                               | address 45402-1234
                    Studio 54 Bar                            | name Studio 54 Bar
                    Smith & Sons                             | name Smith & Sons
                    SR 48                                    | name SR 48
                    王小明                                    | name 王小明
                    #1017                                    | name #1017
                    """)
    void whatWasLookedForIsToldApart(String typed, String words) {
        assertThat(NewPerson.of(typed, "US").words()).isEqualTo(words);
    }
}
