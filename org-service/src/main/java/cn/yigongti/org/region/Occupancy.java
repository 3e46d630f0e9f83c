package cn.yigongti.org.region;

import java.time.LocalDate;

/** Who stands in a division; asked before it goes. */
public interface Occupancy {

	/** How many are open in it, or in a division below it, on this date or later. */
	int countOpen(String code, LocalDate date);

}
